/** Endings that registries keep for schools and universities: `.edu`, `.edu.pl`, `.ac.uk`, `.ac.kr`. */
export const EDUCATION_ENDING =
	/\.edu$|\.edu\.[a-z]{2}$|\.ac\.[a-z]{2}$|\.(?:sch|hs|ms|es|kg)\.(?:kr|uk|id|ae|sa|ng)$|\.k12\.[a-z]{2}\.us$|\.ed\.jp$|\.school\.(?:nz|za)$|\.schule$|\.university$|\.edu\.[a-z]{2,3}\.[a-z]{2}$/;

/** Names that universities give themselves where their country has no ending for them. */
export const EDUCATION_NAME =
	/(?:^|\.)(?:(?:uni|tu|fh|th|hs|ph|hochschule)-[a-z-]+\.(?:de|at|ch)|(?:univ|u|iut|insa|ens|iae)-[a-z0-9-]+\.fr|(?:hs|htw|htwk|haw|rwth|kit|fu|hu)-[a-z-]+\.de)$/;

/** Universities whose domains show it by nothing but their name. */
export const EDUCATION_DOMAINS: readonly string[] = (
	'lmu.de tum.de kit.edu uni.de hpi.de whu.edu charite.de jku.at tuwien.at univie.at unileoben.at ethz.ch epfl.ch uzh.ch unibe.ch unibas.ch unige.ch unil.ch unisg.ch unifr.ch usi.ch zhaw.ch fhnw.ch hslu.ch ' +
	'sorbonne-universite.fr universite-paris-saclay.fr ens.fr ens-lyon.fr sciencespo.fr polytechnique.fr centralesupelec.fr hec.fr essec.fr mines-paristech.fr dauphine.fr parisnanterre.fr ' +
	'unibo.it unimi.it unito.it unipd.it unipi.it unifi.it uniroma1.it uniroma2.it uniroma3.it unina.it unige.it unitn.it univr.it unive.it unict.it unipa.it uniba.it unipv.it unimore.it unibs.it unicatt.it polimi.it polito.it luiss.it unibocconi.it sssup.it sns.it ' +
	'ucm.es uam.es upm.es upv.es uv.es us.es ugr.es uc3m.es unizar.es usal.es uma.es um.es ehu.eus unav.es uned.es ua.es usc.es uvigo.es uva.es ull.es ' +
	'ulisboa.pt up.pt uc.pt uminho.pt ua.pt unl.pt iscte-iul.pt uevora.pt usp.br unicamp.br unesp.br ufrj.br ufmg.br ufrgs.br ufsc.br ufpr.br unb.br ufba.br puc-rio.br pucrs.br ' +
	'uva.nl vu.nl uu.nl tudelft.nl rug.nl leidenuniv.nl tue.nl utwente.nl wur.nl ru.nl eur.nl maastrichtuniversity.nl tilburguniversity.edu hva.nl hu.nl fontys.nl kuleuven.be ugent.be ulb.be vub.be uclouvain.be uantwerpen.be uliege.be ' +
	'uw.edu.pl uj.edu.pl cuni.cz cvut.cz muni.cz vutbr.cz vse.cz uniba.sk stuba.sk elte.hu bme.hu msu.ru spbu.ru hse.ru mipt.ru itmo.ru bmstu.ru mephi.ru rudn.ru nsu.ru urfu.ru ' +
	'kth.se lu.se uu.se su.se gu.se liu.se chalmers.se umu.se uio.no ntnu.no uib.no ku.dk au.dk dtu.dk aau.dk sdu.dk cbs.dk helsinki.fi aalto.fi tuni.fi utu.fi oulu.fi ut.ee taltech.ee ' +
	'utoronto.ca ubc.ca mcgill.ca uwaterloo.ca ualberta.ca queensu.ca yorku.ca sfu.ca uottawa.ca umontreal.ca ulaval.ca concordia.ca mcmaster.ca uwo.ca ucalgary.ca uvic.ca dal.ca tcd.ie ucd.ie ucc.ie dcu.ie unam.mx itesm.mx tec.mx uba.ar uchile.cl puc.cl uc.cl'
).split(' ');
